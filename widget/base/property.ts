import type { PropertyDeclaration, ReactiveElement } from 'lit';

/** Lit's `@property` for legacy decorators alone; its own also carries the standard ones, which cost every page 400 bytes. */
export const property =
  (options?: PropertyDeclaration) =>
  (prototype: ReactiveElement, name: string): void =>
    (prototype.constructor as typeof ReactiveElement).createProperty(name, options);
