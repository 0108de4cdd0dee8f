/** The two registries of pages: one line each per type. */
export { reviewOf } from './reviews.ts'
export { type Component, viewOf } from './views.ts'
