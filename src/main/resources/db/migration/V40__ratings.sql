-- Whether answers helped. The ticket is a digest of message and person: a later word takes the place of an
-- earlier one, and nobody can be read from it.
create table rating (
  ticket varchar(600) primary key,
  helpful boolean not null,
  about varchar(1000) not null,
  reason varchar(40),
  words varchar(500),
  at timestamp with time zone not null
);
create index rating_at on rating (at);
