/** Contact lists, contacts, import and export over REST. Start with {@link com.pulsesms.rest.contact.ContactListResource}. */
@NullMarked
package com.pulsesms.rest.contact;

import org.jspecify.annotations.NullMarked;
