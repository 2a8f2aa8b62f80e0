/**
 * Client of Grantor: who may do what on which product of which organization, and why.
 *
 * <p>Begin with {@link com.grantor.client.Client}.
 */
package com.grantor.client;
