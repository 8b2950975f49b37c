/** A vector cannot be read: says which file, where in it, and what was expected. */
export class VectorError extends Error {
  override readonly name = 'VectorError'
}
