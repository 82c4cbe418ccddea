/**
 * The dashboard. This package holds what all pages share: what they need from the runtime ({@link
 * com.pulsesms.ui.CurrentActor}, {@link com.pulsesms.ui.SignIn}, {@link com.pulsesms.ui.PublicUrl}), and how a refusal
 * of the core is shown. Each feature has its beans in a package of its own.
 *
 * <p>The runtime offers the core's use cases, its clock and these three interfaces as CDI beans. A page that is open keeps
 * what it shows in the memory of its node, and nothing else does.
 */
@NullMarked
package com.pulsesms.ui;

import org.jspecify.annotations.NullMarked;
