-- Every row that is about a person names that person, as workspace/user, in a column of this name: "forget me" and "export" go by it.
alter table envelope add column person varchar(400);
alter table parcel add column person varchar(400);
alter table dead_letter add column person varchar(400);
-- In a shared thread: whose words are remembered.
alter table conversation add column person varchar(400);
create index envelope_person on envelope (person);
create index parcel_person on parcel (person);
create index dead_letter_person on dead_letter (person);
create index conversation_person on conversation (person);

-- Nothing waits longer than the retention.
alter table envelope add column at timestamp with time zone default current_timestamp not null;
alter table parcel add column at timestamp with time zone default current_timestamp not null;

-- When words of a person were put into the state; they are taken out again soon, the rest stays.
alter table conversation add column words_at timestamp with time zone;
create index conversation_words_at on conversation (words_at);

alter table rating add column person varchar(400);
create index rating_person on rating (person);
