package com.pulsesms.persistence.campaign;

import com.pulsesms.core.campaign.Campaign;
import com.pulsesms.core.campaign.CampaignStatus;
import com.pulsesms.core.campaign.Expansion;
import com.pulsesms.core.campaign.Plan;
import com.pulsesms.core.campaign.RollOut;
import com.pulsesms.core.campaign.Schedule;
import com.pulsesms.core.campaign.Template;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.ContactListId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.message.Route;
import com.pulsesms.persistence.Json;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@Entity
@Table(name = "campaign")
class CampaignRow {
    @Id
    UUID id;

    @Column(name = "organization_id")
    UUID organization;

    String name;
    String template;

    /** The lists' ids, in the order chosen. */
    String lists;

    @Column(name = "device_id")
    UUID device;

    Integer sim;
    Instant deadline;

    @Enumerated(EnumType.STRING)
    CampaignStatus status;

    @Column(name = "expansion_list")
    int expansionList;

    @Column(name = "expansion_after")
    UUID expansionAfter;

    @Column(name = "expansion_finished")
    boolean expansionFinished;

    @Column(name = "rolling_out")
    boolean rollingOut;

    @Column(name = "rolled_out_before")
    UUID rolledOutBefore;

    /** A local date and time, as ISO 8601 writes it. */
    @Column(name = "scheduled_at")
    String scheduledAt;

    @Column(name = "schedule_zone")
    String scheduleZone;

    @Column(name = "due_at")
    Instant dueAt;

    @Column(name = "start_refused")
    String startRefused;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "started_at")
    Instant startedAt;

    @Column(name = "completed_at")
    Instant completedAt;

    int revision;

    protected CampaignRow() {}

    static CampaignRow of(Campaign campaign) {
        var row = new CampaignRow();
        row.id = campaign.id().value();
        row.organization = campaign.organization().value();
        row.createdAt = campaign.createdAt();
        row.revision = campaign.revision();
        row.copy(campaign);
        return row;
    }

    void save(Campaign campaign) {
        copy(campaign);
        revision++;
    }

    private void copy(Campaign campaign) {
        name = campaign.name();
        template = campaign.template().source();
        lists = Json.texts(
                campaign.lists().stream().map(ContactListId::toString).toList());
        device = campaign.route().device().map(DeviceId::value).orElse(null);
        sim = campaign.route().sim().orElse(null);
        deadline = campaign.deadline().orElse(null);
        status = campaign.status();
        expansionList = campaign.expansion().list();
        expansionAfter = campaign.expansion().after().map(ContactId::value).orElse(null);
        expansionFinished = campaign.expansion().finished();
        rollingOut = campaign.rollOut().isPresent();
        rolledOutBefore = campaign.rollOut()
                .flatMap(RollOut::before)
                .map(MessageId::value)
                .orElse(null);
        copy(campaign.plan());
        startedAt = campaign.startedAt().orElse(null);
        completedAt = campaign.completedAt().orElse(null);
    }

    private void copy(Plan plan) {
        scheduledAt =
                plan.schedule().map(Schedule::at).map(LocalDateTime::toString).orElse(null);
        scheduleZone = plan.schedule().map(Schedule::zone).map(ZoneId::getId).orElse(null);
        dueAt = plan.schedule().map(Schedule::due).orElse(null);
        startRefused = plan.refused().orElse(null);
    }

    Campaign toCampaign() {
        return new Campaign(
                new CampaignId(id),
                new OrganizationId(organization),
                name,
                Template.parse(template),
                toLists(),
                new Route(Optional.ofNullable(device).map(DeviceId::new), Optional.ofNullable(sim)),
                Optional.ofNullable(deadline),
                status,
                new Expansion(
                        expansionList, Optional.ofNullable(expansionAfter).map(ContactId::new), expansionFinished),
                toRollOut(),
                new Plan(toSchedule(), Optional.ofNullable(startRefused)),
                createdAt,
                Optional.ofNullable(startedAt),
                Optional.ofNullable(completedAt),
                revision);
    }

    private Optional<RollOut> toRollOut() {
        var before = Optional.ofNullable(rolledOutBefore).map(MessageId::new);
        return rollingOut ? Optional.of(new RollOut(before)) : Optional.empty();
    }

    private Optional<Schedule> toSchedule() {
        return Optional.ofNullable(dueAt)
                .map(due -> new Schedule(LocalDateTime.parse(scheduledAt), ZoneId.of(scheduleZone), due));
    }

    private List<ContactListId> toLists() {
        return Json.texts(lists).stream().map(ContactListId::parse).toList();
    }
}
