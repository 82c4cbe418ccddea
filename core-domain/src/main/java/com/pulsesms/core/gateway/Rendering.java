package com.pulsesms.core.gateway;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.News;
import com.pulsesms.core.message.Failure;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Segments;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Makes the texts of messages just claimed. One that can't be made ends alone, never its batch; what exceeds the device's
 * room goes back to the queue.
 */
final class Rendering {
    private final Instant now;
    private final List<HandOverStore.Written> written = new ArrayList<>();
    private final List<Settlement> ended = new ArrayList<>();
    private final List<MessageId> tooMuch = new ArrayList<>();
    private final List<MessageId> paused = new ArrayList<>();
    private final Set<CampaignId> campaigns = new HashSet<>();
    private final Room room;

    /** @param room what may be handed over, which is taken from it */
    Rendering(Instant now, Room room) {
        this.now = now;
        this.room = room;
    }

    /** @return the text to hand over, or empty if this message is not handed over now */
    Optional<String> render(Claimed claimed) {
        if (claimed.deadline().filter(deadline -> !deadline.isAfter(now)).isPresent()) {
            return end(claimed, MessageStatus.EXPIRED, Failure.DEADLINE_PASSED);
        }
        if (claimed.wording() instanceof Wording.Written standing) {
            return fit(claimed, standing.text());
        }
        if (claimed.wording() instanceof Wording.Personal personal) {
            return fit(claimed, personal.template().render(personal.contact()::value));
        }
        if (claimed.wording() instanceof Wording.Paused) {
            paused.add(claimed.claim().message());
            return Optional.empty();
        }
        if (claimed.wording() instanceof Wording.Canceled) {
            return end(claimed, Settlement.canceled(claimed.claim().message(), now));
        }
        var unwanted = claimed.wording() instanceof Wording.OptedOut;
        return end(claimed, MessageStatus.SKIPPED, unwanted ? Failure.OPTED_OUT : Failure.CONTACT_DELETED);
    }

    /** @return the text that stands already, or empty if this message is not to be handed over any more */
    Optional<String> again(Claimed claimed) {
        return claimed.wording() instanceof Wording.Written standing
                ? Optional.of(standing.text())
                : end(claimed, MessageStatus.SKIPPED, Failure.OPTED_OUT);
    }

    private Optional<String> fit(Claimed claimed, String text) {
        if (text.isBlank()) {
            return end(claimed, MessageStatus.FAILED, Failure.TEXT_EMPTY);
        }
        var parts = Segments.of(text).parts();
        if (parts > Segments.MAX_PARTS) {
            return end(claimed, MessageStatus.FAILED, Failure.TEXT_TOO_LONG);
        }
        if (!room.take(claimed.sim(), parts)) {
            tooMuch.add(claimed.claim().message());
            return Optional.empty();
        }
        written.add(new HandOverStore.Written(claimed.claim().message(), text, parts));
        return Optional.of(text);
    }

    private Optional<String> end(Claimed claimed, MessageStatus status, String failure) {
        return end(claimed, Settlement.unsent(claimed.claim().message(), status, now, failure));
    }

    private Optional<String> end(Claimed claimed, Settlement settlement) {
        ended.add(settlement);
        claimed.campaign().ifPresent(campaigns::add);
        return Optional.empty();
    }

    List<HandOverStore.Written> written() {
        return written;
    }

    List<Settlement> ended() {
        return ended;
    }

    List<MessageId> tooMuch() {
        return tooMuch;
    }

    /** Those whose campaigns were paused since they were made. */
    List<MessageId> paused() {
        return paused;
    }

    /** What is to be told of those that ended. */
    List<News<MessageId>> news() {
        return ended.stream()
                .flatMap(settlement -> settlement.news(MessageStatus.DISPATCHED))
                .toList();
    }

    /** Those that may have ended by it. */
    Set<CampaignId> campaigns() {
        return campaigns;
    }
}
