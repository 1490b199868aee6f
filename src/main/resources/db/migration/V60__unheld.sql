-- What people asked that the guide does not hold, in lower case and without addresses, names of members and long numbers: once a person, with
-- the day on which they last asked. The person is there so that "forget me" finds it and people can be counted; no report shows it.
create table unheld (
  question varchar(200) not null,
  person varchar(400) not null,
  times integer not null,
  at timestamp with time zone not null,
  primary key (question, person)
);
create index unheld_person on unheld (person);
create index unheld_at on unheld (at);
