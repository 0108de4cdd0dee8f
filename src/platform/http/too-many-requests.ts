/** Thrown by the limiter; told as the refusal `too-many-requests`. */
export class TooManyRequests extends Error {
  readonly seconds: number
  constructor(seconds: number) {
    super('too many requests')
    this.seconds = seconds
  }
}
