package com.pulsesms.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.pulsesms.core.PulseSms;
import com.pulsesms.core.campaign.Campaigns;
import com.pulsesms.core.contact.Contacts;
import com.pulsesms.core.identity.Accounts;
import com.pulsesms.core.identity.Session;
import com.pulsesms.core.kernel.Actor;
import com.pulsesms.core.kernel.Refusal;
import com.pulsesms.core.kernel.Region;
import com.pulsesms.core.kernel.SessionId;
import com.pulsesms.core.kernel.UserId;
import com.pulsesms.core.message.MessageCounts;
import com.pulsesms.persistence.Migrations;
import com.pulsesms.rest.identity.SigningKey;
import com.pulsesms.rest.identity.Tokens;
import jakarta.annotation.Resource;
import jakarta.inject.Inject;
import jakarta.jms.ConnectionFactory;
import jakarta.jms.JMSContext;
import jakarta.jms.JMSException;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.security.GeneralSecurityException;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateKey;
import java.security.interfaces.RSAPublicKey;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.arquillian.container.test.api.Deployment;
import org.jboss.arquillian.junit5.ArquillianExtension;
import org.jboss.shrinkwrap.api.spec.WebArchive;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(ArquillianExtension.class)
class ContainerIT {
    private static final String EXPANSION = "pulsesms.work.expansion";
    private static final String PASSWORD = "correct horse battery";

    @Inject
    private PulseSms pulse;

    @Inject
    private Accounts accounts;

    @Inject
    private Contacts contacts;

    @Inject
    private Campaigns campaigns;

    @Inject
    private Tokens tokens;

    @Inject
    private Clock clock;

    @Inject
    @ConfigProperty(name = "pulsesms.http.port")
    private int port;

    @Resource(lookup = "jdbc/pulsesms")
    private DataSource database;

    @Resource(lookup = "jms/pulsesms")
    private ConnectionFactory broker;

    @Deployment
    static WebArchive application() {
        return PackagedApplication.with(ContainerIT.class);
    }

    @Test
    void handsTheSameCoreToEverybody() {
        assertThat(accounts).isSameAs(pulse.accounts());
        assertThat(contacts).isSameAs(pulse.contacts());
        assertThat(campaigns).isSameAs(pulse.campaigns());
    }

    @Test
    void hasBroughtTheSchemaUpToDate() {
        assertThat(count("flyway_schema_history")).isPositive();
        assertThat(Migrations.run(database)).isZero();
    }

    @Test
    void lendsConnectionsOutAsItGotThem() throws SQLException {
        try (var connection = database.getConnection()) {
            assertThat(connection.getTransactionIsolation()).isEqualTo(Connection.TRANSACTION_READ_COMMITTED);
            assertThat(connection.getAutoCommit()).isTrue();
        }
    }

    @Test
    void keepsNothingOfARefusedSignUp() {
        var email = signUp().user().email().value();

        var organizations = count("organization");

        assertThatThrownBy(() -> accounts.signUp(newAccount(email))).isInstanceOf(Refusal.Conflict.class);

        assertThat(count("organization")).isEqualTo(organizations);
    }

    @Test
    void expandsACampaignThatWasStarted() {
        var owner = owner();
        var list = contacts.createList(owner, "Customers");
        contacts.add(owner, list.id(), Contacts.Draft.of("+381641234567", "Ana"));
        var campaign = campaigns.create(owner, Campaigns.Draft.of("Sale", "Hi {{name}}", list.id()));

        campaigns.start(owner, campaign.id());

        await().until(() -> campaigns.find(owner, campaign.id()).counts(), counts -> queued(counts) == 1);
    }

    /** Nobody but a consumer takes it: the sweep never looks into the queue. */
    @Test
    void takesWorkFromTheQueue() throws JMSException {
        try (var context = broker.createContext()) {
            var work = context.createMessage();
            work.setStringProperty("organization", UUID.randomUUID().toString());
            work.setStringProperty("campaign", UUID.randomUUID().toString());
            context.createProducer().send(context.createQueue(EXPANSION), work);
        }

        await().until(this::waitingWork, waiting -> waiting == 0);
    }

    @Test
    void knowsAPersonByTheTokenOfTheirSession() throws Exception {
        var session = accounts.signIn(signUp().user().email().value(), PASSWORD);

        assertThat(statusOfMe(tokens.issue(session))).isEqualTo(200);
    }

    @Test
    void knowsNobodyByATokenThatAnotherKeySigned() throws Exception {
        var session = accounts.signIn(signUp().user().email().value(), PASSWORD);
        var others = new Tokens(anotherKey(), clock);

        assertThat(statusOfMe(others.issue(session))).isEqualTo(401);
    }

    @Test
    void knowsNobodyByATokenThatHasExpired() throws Exception {
        var session = accounts.signIn(signUp().user().email().value(), PASSWORD);
        var ended = new Session(
                session.id(),
                session.user(),
                session.createdAt(),
                clock.instant().minus(Duration.ofHours(1)),
                Optional.empty());

        assertThat(statusOfMe(tokens.issue(ended))).isEqualTo(401);
    }

    @Test
    void knowsNobodyByATokenOfASessionThatNeverWas() throws Exception {
        var now = clock.instant();
        var invented = new Session(
                new SessionId(UUID.randomUUID()),
                new UserId(UUID.randomUUID()),
                now,
                now.plus(Duration.ofHours(1)),
                Optional.empty());

        assertThat(statusOfMe(tokens.issue(invented))).isEqualTo(401);
    }

    private static long queued(MessageCounts counts) {
        return counts.queued();
    }

    private int waitingWork() throws JMSException {
        try (JMSContext context = broker.createContext();
                var browser = context.createBrowser(context.createQueue(EXPANSION))) {
            var waiting = 0;
            for (var work = browser.getEnumeration(); work.hasMoreElements(); work.nextElement()) {
                waiting++;
            }
            return waiting;
        }
    }

    private Accounts.SignedUp signUp() {
        return accounts.signUp(newAccount("ana-" + UUID.randomUUID() + "@example.com"));
    }

    private static Accounts.NewAccount newAccount(String email) {
        return new Accounts.NewAccount(email, PASSWORD, "Ana", Region.parse("RS"), ZoneId.of("Europe/Belgrade"));
    }

    private Actor owner() {
        return pulse.owner("Shop", Region.parse("RS"));
    }

    private int count(String table) {
        try (var connection = database.getConnection();
                var statement = connection.createStatement();
                var rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private int statusOfMe(String token) throws IOException, InterruptedException {
        var me = URI.create("http://localhost:" + port + "/api/me");
        var request = HttpRequest.newBuilder(me).header("Authorization", "Bearer " + token);
        return HttpClient.newHttpClient()
                .send(request.build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static SigningKey anotherKey() throws GeneralSecurityException {
        var generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(2048);
        var pair = generator.generateKeyPair();
        return new SigningKey((RSAPublicKey) pair.getPublic(), (RSAPrivateKey) pair.getPrivate());
    }
}
