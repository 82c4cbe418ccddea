package com.pulsesms.core.kernel;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Walks over a list page by page. */
public final class Walk {
    private Walk() {}

    /** All entries, read in pages of {@code limit}. */
    public static <T> List<T> over(int limit, Function<PageRequest, Page<T>> list) {
        var all = new ArrayList<T>();
        var request = PageRequest.first(limit);
        while (true) {
            var page = list.apply(request);
            all.addAll(page.items());
            if (page.next().isEmpty()) {
                return all;
            }
            request = request.after(page.next().get());
        }
    }
}
