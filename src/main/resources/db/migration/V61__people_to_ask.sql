-- Where a workspace's people answer what the advisor cannot, as its admins have settled it.
create table people_to_ask (
  workspace varchar(40) not null primary key,
  channel varchar(40) not null
);
