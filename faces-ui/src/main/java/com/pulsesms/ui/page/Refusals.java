package com.pulsesms.ui.page;

import com.pulsesms.core.kernel.FieldError;
import com.pulsesms.core.kernel.Refusal;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.component.EditableValueHolder;
import jakarta.faces.component.UIComponent;
import jakarta.faces.component.UIForm;
import jakarta.faces.component.visit.VisitContext;
import jakarta.faces.component.visit.VisitResult;
import jakarta.faces.context.FacesContext;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Shows a refusal of the core on the page: an error of a field beside the input of the submitted form whose id is the
 * field's name, any other at the top.
 */
final class Refusals {
    private Refusals() {}

    static void show(FacesContext faces, Refusal refusal) {
        faces.validationFailed();
        if (refusal instanceof Refusal.Invalid invalid) {
            invalid.errors().forEach(error -> show(faces, error));
        } else {
            faces.addMessage(null, error(refusal.getMessage()));
        }
    }

    private static void show(FacesContext faces, FieldError error) {
        var input = input(faces, error.field());
        if (input instanceof EditableValueHolder holder) {
            holder.setValid(false);
        }
        faces.addMessage(input == null ? null : input.getClientId(faces), error(error.message()));
    }

    private static @Nullable UIComponent input(FacesContext faces, String field) {
        var found = new AtomicReference<@Nullable UIComponent>();
        faces.getViewRoot().visitTree(VisitContext.createVisitContext(faces), (visit, component) -> {
            if (component instanceof UIForm form && !form.isSubmitted()) {
                return VisitResult.REJECT;
            }
            if (component instanceof EditableValueHolder && field.equals(component.getId())) {
                found.set(component);
                return VisitResult.COMPLETE;
            }
            return VisitResult.ACCEPT;
        });
        return found.get();
    }

    private static FacesMessage error(String text) {
        return new FacesMessage(FacesMessage.SEVERITY_ERROR, text, null);
    }
}
