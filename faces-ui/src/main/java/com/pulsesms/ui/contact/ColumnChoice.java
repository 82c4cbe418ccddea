package com.pulsesms.ui.contact;

import com.pulsesms.core.contact.MappedColumn;
import com.pulsesms.core.kernel.VariableName;
import jakarta.faces.model.SelectItem;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What a column of a file becomes, as the person chooses. */
public class ColumnChoice {
    /** In the order in which they are offered. */
    private static final Map<String, String> USUAL = Map.of(
            VariableName.PHONE,
            "Phone number",
            VariableName.NAME,
            "Name",
            "first_name",
            "First name",
            "last_name",
            "Last name",
            VariableName.EMAIL,
            "E-mail address");

    private static final List<String> ORDER =
            List.of(VariableName.PHONE, VariableName.NAME, "first_name", "last_name", VariableName.EMAIL);

    private final MappedColumn column;
    private String target;

    ColumnChoice(MappedColumn column) {
        this.column = column;
        this.target = column.target();
    }

    /** The column by its number, which no two columns share. */
    String key() {
        return String.valueOf(column.number());
    }

    public String getLabel() {
        return column.label();
    }

    /** The usual ones, the variable that the column's own header names, and nothing. */
    public List<SelectItem> getTargets() {
        var items = new ArrayList<SelectItem>();
        ORDER.forEach(usual -> items.add(new SelectItem(usual, USUAL.get(usual))));
        var own = USUAL.containsKey(column.target()) || column.target().isEmpty()
                ? VariableName.of(column.header())
                : column.target();
        if (!own.isEmpty() && !USUAL.containsKey(own)) {
            items.add(new SelectItem(own, "{{" + own + "}}"));
        }
        items.add(new SelectItem("", "– leave out –"));
        return items;
    }

    public String getTarget() {
        return target;
    }

    public void setTarget(String target) {
        this.target = target;
    }
}
