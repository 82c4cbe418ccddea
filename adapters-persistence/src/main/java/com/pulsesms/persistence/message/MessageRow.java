package com.pulsesms.persistence.message;

import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.ContactId;
import com.pulsesms.core.kernel.DeviceId;
import com.pulsesms.core.kernel.MessageId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.PhoneNumber;
import com.pulsesms.core.message.Lane;
import com.pulsesms.core.message.Message;
import com.pulsesms.core.message.MessageStatus;
import com.pulsesms.core.message.Route;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** A message as its sender sees it; the hand-over's columns are left to the hand-over. */
@Entity
@Table(name = "message")
class MessageRow {
    @Id
    UUID id;

    @Column(name = "organization_id")
    UUID organization;

    @Column(name = "campaign_id")
    UUID campaign;

    @Column(name = "contact_id")
    UUID contact;

    @Column(name = "resend_of")
    UUID resendOf;

    String phone;
    String text;

    @Enumerated(EnumType.STRING)
    Lane lane;

    @Column(name = "route_device_id")
    UUID routeDevice;

    @Column(name = "route_sim")
    Integer routeSim;

    Instant deadline;

    @Enumerated(EnumType.STRING)
    MessageStatus status;

    String failure;

    @Column(name = "device_id")
    UUID device;

    @Column(name = "cancel_asked")
    boolean cancelAsked;

    int claim;
    int returns;
    int parts;

    @Column(name = "created_at")
    Instant createdAt;

    @Column(name = "sent_at")
    Instant sentAt;

    @Column(name = "delivered_at")
    Instant deliveredAt;

    @Column(name = "changed_at")
    Instant changedAt;

    protected MessageRow() {}

    static MessageRow of(Message message) {
        var row = new MessageRow();
        row.id = message.id().value();
        row.organization = message.organization().value();
        row.campaign = message.origin().campaign().map(CampaignId::value).orElse(null);
        row.contact = message.origin().contact().map(ContactId::value).orElse(null);
        row.resendOf = message.origin().resendOf().map(MessageId::value).orElse(null);
        row.phone = message.to().e164();
        row.text = message.text().orElse(null);
        row.lane = message.lane();
        row.routeDevice = message.route().device().map(DeviceId::value).orElse(null);
        row.routeSim = message.route().sim().orElse(null);
        row.deadline = message.deadline().orElse(null);
        row.status = message.status();
        row.failure = message.failure().orElse(null);
        row.device = message.device().map(DeviceId::value).orElse(null);
        row.cancelAsked = message.cancelAsked();
        row.parts = message.parts();
        row.createdAt = message.times().createdAt();
        row.sentAt = message.times().sentAt().orElse(null);
        row.deliveredAt = message.times().deliveredAt().orElse(null);
        row.changedAt = message.times().changedAt();
        return row;
    }

    Message toMessage() {
        return new Message(
                new MessageId(id),
                new OrganizationId(organization),
                new Message.Origin(
                        Optional.ofNullable(campaign).map(CampaignId::new),
                        Optional.ofNullable(contact).map(ContactId::new),
                        Optional.ofNullable(resendOf).map(MessageId::new)),
                new PhoneNumber(phone),
                Optional.ofNullable(text),
                lane,
                new Route(Optional.ofNullable(routeDevice).map(DeviceId::new), Optional.ofNullable(routeSim)),
                Optional.ofNullable(deadline),
                status,
                Optional.ofNullable(failure),
                Optional.ofNullable(device).map(DeviceId::new),
                parts,
                new Message.Times(createdAt, Optional.ofNullable(sentAt), Optional.ofNullable(deliveredAt), changedAt),
                cancelAsked);
    }
}
