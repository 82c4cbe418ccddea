-- What was answered to calls that their callers may repeat, for a day.

create table first_answer (
  caller varchar(128) not null,
  call_key varchar(255) not null,
  -- Of method, path and body; keyed, since bodies may hold passwords.
  fingerprint varchar(64) not null,
  opened_at timestamp with time zone not null,
  -- Encrypted; null while the call runs.
  answer text,
  primary key (caller, call_key)
);

create index first_answer_by_age on first_answer (opened_at);
