package com.pulsesms.rest.gateway;

import com.pulsesms.core.device.Device;
import com.pulsesms.core.gateway.Handed;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * One phone that asked for messages and has not been answered yet. At any time it waits, or somebody looks for messages for
 * it, or it has ended; it ends once, by one answer.
 */
final class ParkedPoll {
    private final Device device;
    private final Supplier<Device> caller;
    private final int max;
    private final Answer answer;
    private State state = State.WAITING;
    private Optional<Instant> opens = Optional.empty();

    private enum State {
        WAITING,
        LOOKING,
        /** Somebody wanted to look while another looks, who therefore looks once more. */
        LOOKING_AND_WANTED,
        ENDED
    }

    /** How a phone is answered; each tells whether the answer could still be given. */
    interface Answer {
        boolean messages(Device device, List<Handed> messages);

        boolean nothing();

        boolean failure(RuntimeException why);

        /** This node takes no phones any more. */
        boolean stopping();
    }

    /**
     * @param device as it was when the phone called
     * @param caller the device as it is now
     * @param max how many messages the phone takes
     */
    ParkedPoll(Device device, Supplier<Device> caller, int max, Answer answer) {
        this.device = device;
        this.caller = caller;
        this.max = max;
        this.answer = answer;
    }

    Device device() {
        return device;
    }

    Device caller() {
        return caller.get();
    }

    int max() {
        return max;
    }

    Answer answer() {
        return answer;
    }

    /** @return whether the caller of this method is to look; if somebody does already, they will once more */
    synchronized boolean beginsLooking() {
        if (state == State.WAITING) {
            state = State.LOOKING;
            return true;
        }
        if (state == State.LOOKING) {
            state = State.LOOKING_AND_WANTED;
        }
        return false;
    }

    /** Whoever looked found nothing. @return whether to look once more, because somebody wanted to meanwhile */
    synchronized boolean looksAgain() {
        if (state == State.LOOKING_AND_WANTED) {
            state = State.LOOKING;
            return true;
        }
        if (state == State.LOOKING) {
            state = State.WAITING;
        }
        return false;
    }

    /** Whoever looked could not find out. */
    synchronized void rests() {
        if (state != State.ENDED) {
            state = State.WAITING;
        }
    }

    /** Nothing was found; at {@code time} the phone's pace or quiet hours will allow more than they did. */
    synchronized void opensAt(Optional<Instant> time) {
        opens = time;
    }

    /** @return whether it may have more than when somebody looked, which is told once */
    synchronized boolean hasOpened(Instant now) {
        var opened = opens.filter(time -> !time.isAfter(now)).isPresent();
        if (opened) {
            opens = Optional.empty();
        }
        return opened;
    }

    synchronized boolean isLooking() {
        return state == State.LOOKING || state == State.LOOKING_AND_WANTED;
    }

    /** @return whether it had not ended before */
    synchronized boolean ends() {
        var first = state != State.ENDED;
        state = State.ENDED;
        return first;
    }
}
