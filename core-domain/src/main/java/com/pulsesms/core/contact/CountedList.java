package com.pulsesms.core.contact;

/** A list with the number of its contacts. */
public record CountedList(ContactList list, long contacts) {}
