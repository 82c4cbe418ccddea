package com.pulsesms.jms;

import com.pulsesms.core.campaign.CampaignRef;
import com.pulsesms.core.campaign.WorkQueue;
import com.pulsesms.core.campaign.WorkQueueContract;
import com.pulsesms.core.kernel.CampaignId;
import com.pulsesms.core.kernel.OrganizationId;
import com.pulsesms.core.kernel.Sample;
import java.nio.file.Path;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class ArtemisWorkQueueTest implements WorkQueueContract {
    private final ArtemisWorkQueue queue = new ArtemisWorkQueue(ABroker.connections());
    private final Set<CampaignRef> workedOn = ConcurrentHashMap.newKeySet();

    @TempDir
    private Path folder;

    private ABroker broker;

    @BeforeEach
    void startBroker() throws Exception {
        broker = new ABroker(folder);
        broker.consumeWork(new ExpansionWork(this::finish, queue));
        broker.consumeWork(new ExpansionWork(this::finish, queue));
    }

    @AfterEach
    void stopBroker() throws Exception {
        broker.close();
    }

    @Override
    public WorkQueue work() {
        return queue;
    }

    @Override
    public CampaignRef started() {
        return new CampaignRef(new OrganizationId(Sample.id()), new CampaignId(Sample.id()));
    }

    @Override
    public boolean workedOn(CampaignRef campaign) {
        return workedOn.contains(campaign);
    }

    private boolean finish(CampaignRef campaign) {
        workedOn.add(campaign);
        return false;
    }
}
