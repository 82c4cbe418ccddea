package com.pulsesms.core.kernel;

/**
 * What is wrong with one field of an input.
 *
 * @param field the field's name as the caller wrote it, such as {@code to} or {@code contacts[3].phone}
 * @param message a sentence for a person: what is wrong and what to do
 */
public record FieldError(String field, String message) {}
