/**
 * What every implementation of a port must do, as tests to extend: a shop that puts a store over its own tables proves it
 * with one class.
 *
 * <pre>{@code
 * class OurCustomerStoreTest extends CustomerStoreContract {
 *     @Override
 *     protected CustomerStore emptyStore() {
 *         return new OurCustomerStore(emptyDatabase());
 *     }
 * }
 * }</pre>
 *
 * <p>The method that gives the implementation is called once in each test, before anything else. Our own implementations
 * pass the same tests.
 */
@NullMarked
package org.modestcrm.testkit.contract;

import org.jspecify.annotations.NullMarked;
