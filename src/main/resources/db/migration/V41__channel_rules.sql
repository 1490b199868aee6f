-- Where the advisor speaks, as admins have settled it.
create table channel_rule (
  workspace varchar(40) not null,
  channel varchar(40) not null,
  speaking varchar(20) not null,
  outsiders boolean not null,
  primary key (workspace, channel)
);
