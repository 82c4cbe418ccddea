-- What a person sent again: the newer message names the one that was first to be sent.

alter table message add column resend_of uuid;

-- By which resends are found. An index on the column above would be paid for by every message, and few are ever resent.
create table message_resend (
  original_id uuid not null,
  message_id uuid not null,
  primary key (original_id, message_id)
);
