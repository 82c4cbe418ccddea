package com.pulsesms.webhook.http;

import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Which addresses lie on the open internet, by the registries of special-purpose addresses (RFC 6890). */
final class PublicAddresses {
    /** Each with the number of its bits that count. */
    private static final int[][] NOT_PUBLIC_V4 = {
        {0, 0, 0, 0, 8}, // this network
        {10, 0, 0, 0, 8}, // private
        {100, 64, 0, 0, 10}, // carrier-grade NAT
        {127, 0, 0, 0, 8}, // loopback
        {169, 254, 0, 0, 16}, // link-local, and the metadata services of clouds
        {172, 16, 0, 0, 12}, // private
        {192, 0, 0, 0, 24}, // protocol assignments
        {192, 0, 2, 0, 24}, // documentation
        {192, 88, 99, 0, 24}, // 6to4 relays
        {192, 168, 0, 0, 16}, // private
        {198, 18, 0, 0, 15}, // benchmarks
        {198, 51, 100, 0, 24}, // documentation
        {203, 0, 113, 0, 24}, // documentation
        {224, 0, 0, 0, 4}, // multicast
        {240, 0, 0, 0, 4} // reserved, and broadcast
    };

    private PublicAddresses() {}

    static boolean contains(InetAddress address) {
        var bytes = address.getAddress();
        return address instanceof Inet4Address ? isPublicV4(bytes) : isPublicV6(bytes);
    }

    private static boolean isPublicV4(byte[] bytes) {
        var number = number(bytes);
        return Arrays.stream(NOT_PUBLIC_V4).noneMatch(range -> {
            var begin = (range[0] << 24) | (range[1] << 16) | (range[2] << 8) | range[3];
            var mask = -1 << (32 - range[4]);
            return (number & mask) == begin;
        });
    }

    private static int number(byte[] bytes) {
        return ((bytes[0] & 0xff) << 24) | ((bytes[1] & 0xff) << 16) | ((bytes[2] & 0xff) << 8) | (bytes[3] & 0xff);
    }

    /** Of those in use, 2000::/3: unique local, link-local, multicast and loopback addresses lie elsewhere. */
    private static boolean isPublicV6(byte[] bytes) {
        if (startsWith(bytes, 0x00, 0x64, 0xff, 0x9b, 0, 0, 0, 0, 0, 0, 0, 0)) {
            // NAT64: what it leads to.
            return isPublicV4(Arrays.copyOfRange(bytes, 12, 16));
        }
        var special = startsWith(bytes, 0x20, 0x02) // 6to4
                || startsWith(bytes, 0x20, 0x01, 0x0d, 0xb8) // documentation
                || startsWith(bytes, 0x3f, 0xff) // documentation
                || (startsWith(bytes, 0x20, 0x01) && (bytes[2] & 0xfe) == 0); // Teredo and other protocols
        return (bytes[0] & 0xe0) == 0x20 && !special;
    }

    private static boolean startsWith(byte[] bytes, int... prefix) {
        for (var i = 0; i < prefix.length; i++) {
            if ((bytes[i] & 0xff) != prefix[i]) {
                return false;
            }
        }
        return true;
    }

    /** Those of the addresses that are public. */
    static InetAddress[] among(InetAddress... addresses) throws PrivateAddressException {
        var found = Arrays.stream(addresses).filter(PublicAddresses::contains).toArray(InetAddress[]::new);
        if (found.length == 0) {
            throw new PrivateAddressException();
        }
        return found;
    }

    /** The host has no public address. */
    static final class PrivateAddressException extends UnknownHostException {
        private static final long serialVersionUID = 1;

        PrivateAddressException() {
            super("The host is in a private network, where no webhooks may go");
        }
    }
}
