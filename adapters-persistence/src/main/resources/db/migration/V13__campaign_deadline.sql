-- When what of a campaign has not left must not be sent any more; its messages get it when they are made.

alter table campaign add column deadline timestamp with time zone;
