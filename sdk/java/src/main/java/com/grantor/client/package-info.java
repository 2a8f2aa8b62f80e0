/**
 * GrantorClient of Grantor: who may do what on which product of which organization, and why.
 *
 * <p>Begin with {@link com.grantor.client.GrantorClient}.
 */
package com.grantor.client;
