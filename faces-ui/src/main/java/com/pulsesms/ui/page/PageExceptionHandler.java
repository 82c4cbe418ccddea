package com.pulsesms.ui.page;

import com.pulsesms.core.kernel.Refusal;
import jakarta.faces.FacesException;
import jakarta.faces.application.ViewExpiredException;
import jakarta.faces.context.ExceptionHandler;
import jakarta.faces.context.ExceptionHandlerWrapper;
import jakarta.faces.context.FacesContext;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.System.Logger;
import java.lang.System.Logger.Level;
import java.util.Optional;
import java.util.UUID;

/**
 * Turns what goes wrong behind a page into something that a person can read: a refusal of a form becomes messages beside
 * its fields and keeps what was typed, everything else becomes an error page.
 */
class PageExceptionHandler extends ExceptionHandlerWrapper {
    private static final Logger LOG = System.getLogger(PageExceptionHandler.class.getName());

    PageExceptionHandler(ExceptionHandler wrapped) {
        super(wrapped);
    }

    @Override
    public void handle() throws FacesException {
        // The wrapped handler is not asked: an error page may have been rendered by now, and with it the context is
        // gone.
        var events = getUnhandledExceptionQueuedEvents().iterator();
        while (events.hasNext()) {
            var failure = events.next().getContext();
            events.remove();
            answer(failure.getContext(), failure.getException());
        }
    }

    private static void answer(FacesContext faces, Throwable thrown) {
        var refusal = cause(thrown, Refusal.class);
        if (refusal.isPresent()) {
            refuse(faces, refusal.get());
        } else if (cause(thrown, ViewExpiredException.class).isPresent()) {
            redirect(faces, "/error/expired");
        } else {
            var reference = UUID.randomUUID().toString();
            LOG.log(Level.ERROR, "A page failed, reference " + reference, thrown);
            fail(faces, 500, reference);
        }
    }

    private static void refuse(FacesContext faces, Refusal refusal) {
        var postback = faces.isPostback() && faces.getViewRoot() != null && !faces.getResponseComplete();
        if (postback) {
            Refusals.show(faces, refusal);
            faces.renderResponse();
        } else {
            fail(faces, status(refusal), "");
        }
    }

    private static int status(Refusal refusal) {
        if (refusal instanceof Refusal.NotFound || refusal instanceof Refusal.Gone) {
            return 404;
        }
        return refusal instanceof Refusal.Invalid ? 400 : 403;
    }

    private static void fail(FacesContext faces, int status, String reference) {
        var external = faces.getExternalContext();
        if (faces.getPartialViewContext().isAjaxRequest()) {
            redirect(faces, "/error/" + status + "?ref=" + reference);
        } else if (external.isResponseCommitted()) {
            faces.responseComplete();
        } else {
            external.responseReset();
            external.getRequestMap().put("reference", reference);
            send(faces, status);
        }
    }

    private static void send(FacesContext faces, int status) {
        try {
            faces.getExternalContext().responseSendError(status, "");
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void redirect(FacesContext faces, String path) {
        try {
            var external = faces.getExternalContext();
            external.redirect(external.getRequestContextPath() + path);
            faces.responseComplete();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static <T extends Throwable> Optional<T> cause(Throwable thrown, Class<T> type) {
        for (var at = thrown; at != null; at = at.getCause()) {
            if (type.isInstance(at)) {
                return Optional.of(type.cast(at));
            }
        }
        return Optional.empty();
    }
}
