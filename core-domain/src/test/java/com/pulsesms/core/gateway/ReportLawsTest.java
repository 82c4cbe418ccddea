package com.pulsesms.core.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.TestPulse;
import com.pulsesms.core.gateway.Report.Told;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.message.AMessage;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.BeforeTry;

/** Laws of a message's status, over all orders and repetitions of what a phone tells about one claim. */
class ReportLawsTest {
    private TestPulse pulse;
    private Actor owner;
    private Phone phone;
    private Handed handed;

    @BeforeTry
    void begin() {
        pulse = new TestPulse();
        owner = pulse.owner();
        phone = Phone.paired(pulse.core(), owner);
    }

    private MessageStatus status(Message message) {
        return pulse.status(owner, message);
    }

    /** A message whose deadline passed after a phone took it, so that it may tell anything of it. */
    private Message taken() {
        var deadline = pulse.clock().instant().plusSeconds(1);
        var message = AMessage.of(owner.organization()).until(deadline).in(pulse.storage());
        handed = phone.takeOne();
        pulse.clock().set(deadline);
        return message;
    }

    /** The status after each of the reports. */
    private List<MessageStatus> afterEach(List<Told> told) {
        var message = taken();
        var statuses = new ArrayList<MessageStatus>();
        for (var one : told) {
            phone.tell(handed, one);
            statuses.add(status(message));
        }
        return statuses;
    }

    private MessageStatus after(List<Told> told) {
        var statuses = afterEach(told);
        return statuses.get(statuses.size() - 1);
    }

    /** The reports of one history, each up to three times, in any order. */
    private static List<Told> shuffled(Set<Told> history, long seed) {
        var random = new Random(seed);
        var told = new ArrayList<Told>();
        history.forEach(one -> told.addAll(Collections.nCopies(1 + random.nextInt(3), one)));
        Collections.shuffle(told, random);
        return told;
    }

    /** Whatever a phone may tell, but for returns: those end the claim. */
    @Provide
    Arbitrary<List<Told>> told() {
        return Arbitraries.of(Told.class)
                .filter(told -> told != Told.RETURNED)
                .list()
                .ofMinSize(1)
                .ofMaxSize(8);
    }

    @Property(tries = 200)
    void aLateSentNeverOverwritesDelivered(@ForAll long seed) {
        assertThat(after(shuffled(Set.of(Told.SENT, Told.DELIVERED), seed))).isEqualTo(MessageStatus.DELIVERED);
        assertThat(after(shuffled(Set.of(Told.UNKNOWN, Told.SENT, Told.DELIVERED), seed)))
                .isEqualTo(MessageStatus.DELIVERED);
        assertThat(after(shuffled(Set.of(Told.UNKNOWN, Told.SENT, Told.UNDELIVERED), seed)))
                .isEqualTo(MessageStatus.UNDELIVERED);
    }

    @Property(tries = 200)
    void aLateDeliveredNeverOverwritesFailed(@ForAll("told") List<Told> later) {
        var told = new ArrayList<>(List.of(Told.FAILED));
        told.addAll(later);

        assertThat(afterEach(told)).containsOnly(MessageStatus.FAILED);
    }

    @Property(tries = 100)
    void whatIsCertainOverwritesUnknownInAnyOrder(@ForAll long seed) {
        assertThat(after(shuffled(Set.of(Told.UNKNOWN, Told.FAILED), seed))).isEqualTo(MessageStatus.FAILED);
        assertThat(after(shuffled(Set.of(Told.UNKNOWN, Told.SENT), seed))).isEqualTo(MessageStatus.SENT);
    }

    @Property(tries = 300)
    void aStatusOnlyMovesAsItMay(@ForAll("told") List<Told> told) {
        var before = MessageStatus.DISPATCHED;
        for (var status : afterEach(told)) {
            assertThat(status == before || before.canBecome(status))
                    .as("%s after %s", status, before)
                    .isTrue();
            before = status;
        }
    }

    @Property(tries = 300)
    void sayingItAllAgainInAnyOrderChangesNothing(@ForAll("told") List<Told> told, @ForAll long seed) {
        var message = taken();
        var reports = new ArrayList<>(
                told.stream().map(one -> phone.report(handed, one)).toList());
        phone.tell(reports.toArray(Report[]::new));
        var before = pulse.again(owner, message);

        Collections.shuffle(reports, new Random(seed));
        phone.tell(reports.toArray(Report[]::new));

        assertThat(pulse.again(owner, message)).isEqualTo(before);
    }

    @Property(tries = 300)
    void oneHeartbeatOrSeveralMakeNoDifference(@ForAll("told") List<Told> told) {
        var oneByOne = after(told);

        var message = taken();
        phone.tell(told.stream().map(one -> phone.report(handed, one)).toArray(Report[]::new));
        var atOnce = status(message);

        assertThat(atOnce).isEqualTo(oneByOne);
    }
}
