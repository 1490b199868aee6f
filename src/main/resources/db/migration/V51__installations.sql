-- Where the app is installed through OAuth. Tokens are encrypted; key_id names the key.
create table installation (
  workspace varchar(40) primary key,
  name varchar(400) not null,
  token text not null,
  refresh_token text,
  key_id varchar(16) not null,
  expires_at timestamp with time zone,
  bot varchar(40) not null,
  installed_at timestamp with time zone not null,
  renewal_until timestamp with time zone
);

-- Links of an installation in progress that were used, so that they are not used twice.
create table spent_ticket (
  id varchar(200) primary key,
  until timestamp with time zone not null
);
