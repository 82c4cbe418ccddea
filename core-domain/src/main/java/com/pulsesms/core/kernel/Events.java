package com.pulsesms.core.kernel;

import java.util.List;

/**
 * By which features tell what happened to whoever wants to know. It is called last in the transaction of the change, when
 * that is stored already, and remembered with it or not at all. Where nobody wants to know, it costs next to nothing.
 */
public interface Events {
    /** Nobody wants to know. */
    Events UNHEARD = new Events() {
        @Override
        public void ofMessages(OrganizationId organization, List<News<MessageId>> news) {}

        @Override
        public void ofCampaign(OrganizationId organization, News<CampaignId> news) {}

        @Override
        public void ofDevices(OrganizationId organization, List<News<DeviceId>> news) {}
    };

    /** In the order in which it happened. */
    void ofMessages(OrganizationId organization, List<News<MessageId>> news);

    void ofCampaign(OrganizationId organization, News<CampaignId> news);

    void ofDevices(OrganizationId organization, List<News<DeviceId>> news);
}
