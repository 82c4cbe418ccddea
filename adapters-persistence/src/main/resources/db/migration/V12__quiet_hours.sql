-- From when to when on the clocks of its zone an organization's messages wait; both are null for never.

alter table organization add column quiet_from varchar(5);
alter table organization add column quiet_to varchar(5);
