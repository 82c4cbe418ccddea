/**
 * The people an organization writes to: lists of contacts, their import and export. Start with {@link
 * com.pulsesms.core.contact.Contacts} and {@link com.pulsesms.core.contact.ContactImport}.
 */
@NullMarked
package com.pulsesms.core.contact;

import org.jspecify.annotations.NullMarked;
