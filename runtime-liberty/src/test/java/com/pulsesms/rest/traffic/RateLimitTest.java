package com.pulsesms.rest.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.pulsesms.core.kernel.ApiKeyId;
import com.pulsesms.core.kernel.Sample;
import com.pulsesms.core.kernel.TestClock;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class RateLimitTest {
    private final TestClock clock = new TestClock(Sample.NOW);
    private final RateLimit limit = new RateLimit(6, clock);
    private final ApiKeyId key = new ApiKeyId(Sample.id());

    private int granted(int asked) {
        var granted = 0;
        for (var n = 0; n < asked; n++) {
            granted += limit.ask(key).granted() ? 1 : 0;
        }
        return granted;
    }

    @Test
    void grantsAMinutesRequestsAtOnceAndNoMore() {
        assertThat(granted(10)).isEqualTo(6);
    }

    @Test
    void givesRequestsBackEvenly() {
        granted(10);

        clock.pass(Duration.ofSeconds(20));
        assertThat(granted(10)).isEqualTo(2);

        clock.pass(Duration.ofHours(1));
        assertThat(granted(10)).isEqualTo(6);
    }

    @Test
    void tellsWhatIsLeftAndWhenThereIsMore() {
        var first = limit.ask(key);
        granted(5);
        var refused = limit.ask(key);

        assertThat(first).isEqualTo(new RateLimit.Verdict(6, 5, 10, 0));
        assertThat(refused).isEqualTo(new RateLimit.Verdict(6, 0, 60, 10));
    }

    @Test
    void countsEachKeyByItself() {
        granted(10);

        assertThat(limit.ask(new ApiKeyId(Sample.id())).granted()).isTrue();
    }

    @Test
    void understandsOriginsAsPeopleWriteThem() {
        var allowed = AllowedOrigins.parse(" https://shop.example.com/, http://localhost:5173 ");

        assertThat(allowed.allow("https://shop.example.com")).isTrue();
        assertThat(allowed.allow("http://localhost:5173")).isTrue();
        assertThat(allowed.allow("https://shop.example.com.evil.test")).isFalse();
        assertThat(AllowedOrigins.parse("*").allow("https://anywhere.test")).isTrue();
        assertThat(AllowedOrigins.parse("").none()).isTrue();
    }
}
