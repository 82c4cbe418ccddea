package com.pulsesms.ui.campaign;

import com.pulsesms.core.contact.CountedList;
import com.pulsesms.core.kernel.ContactListId;
import java.util.Set;

/** A contact list that a campaign may write to. */
public class ListChoice {
    private final CountedList list;
    private boolean chosen;

    ListChoice(CountedList list) {
        this.list = list;
    }

    ContactListId id() {
        return list.list().id();
    }

    Set<String> attributes() {
        return list.list().attributes();
    }

    public String getName() {
        return list.list().name();
    }

    public long getContacts() {
        return list.contacts();
    }

    public boolean isChosen() {
        return chosen;
    }

    public void setChosen(boolean chosen) {
        this.chosen = chosen;
    }
}
