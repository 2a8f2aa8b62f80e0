package com.grantor.client;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.grpc.StatusRuntimeException;
import java.util.Iterator;
import java.util.NoSuchElementException;
import java.util.function.Function;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/**
 * All items of a list, over all its pages. The next page is asked for when it is needed. Each iterator begins anew and
 * throws {@link GrantorException} where a page fails.
 *
 * @param <T> the items
 */
public final class Items<T> implements Iterable<T> {
    private final Pages<?, ?, T> pages;

    private Items(Pages<?, ?, T> pages) {
        this.pages = pages;
    }

    static <Q extends Message, A extends Message, T> Items<T> of(
            Function<Q, A> method, Q request, Function<A, ? extends Iterable<T>> items) {
        FieldDescriptor field = request.getDescriptorForType().findFieldByName("page_token");
        if (field == null) {
            throw new IllegalArgumentException(
                    request.getDescriptorForType().getName() + " has no page_token: it is not the request of a list");
        }
        return new Items<>(new Pages<>(method, request, items, field));
    }

    @Override
    public Iterator<T> iterator() {
        return new Walk<>(pages);
    }

    /**
     * The items as a stream that reads as far as it is asked to.
     *
     * @return a sequential stream
     */
    public Stream<T> stream() {
        return StreamSupport.stream(spliterator(), false);
    }

    /** How to get the page of a token. */
    private record Pages<Q extends Message, A extends Message, T>(
            Function<Q, A> method, Q request, Function<A, ? extends Iterable<T>> items, FieldDescriptor pageToken) {

        Page<T> at(String token) {
            try {
                return read(method.apply(token == null ? request : with(token)));
            } catch (StatusRuntimeException failed) {
                throw GrantorException.of(failed);
            }
        }

        @SuppressWarnings("unchecked") // A builder builds what it was made from.
        private Q with(String token) {
            return (Q) request.toBuilder().setField(pageToken, token).build();
        }

        private Page<T> read(A answer) {
            FieldDescriptor field = answer.getDescriptorForType().findFieldByName("next_page_token");
            return new Page<>(items.apply(answer).iterator(), (String) answer.getField(field));
        }
    }

    /** The items of a page, and the token of the next or "". */
    private record Page<T>(Iterator<T> items, String next) {}

    private static final class Walk<T> implements Iterator<T> {
        private final Pages<?, ?, T> pages;
        private Page<T> page;

        Walk(Pages<?, ?, T> pages) {
            this.pages = pages;
        }

        @Override
        public boolean hasNext() {
            if (page == null) {
                page = pages.at(null);
            }
            // A page can be empty although there is more.
            while (!page.items().hasNext() && !page.next().isEmpty()) {
                page = pages.at(page.next());
            }
            return page.items().hasNext();
        }

        @Override
        public T next() {
            if (!hasNext()) {
                throw new NoSuchElementException();
            }
            return page.items().next();
        }
    }
}
