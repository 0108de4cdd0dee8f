/** One rule of a new password, with how far it is met. */
export type PasswordRule = { readonly key: 'length' | 'kinds'; readonly met: boolean; readonly n: number }

const LEAST = 10
const KINDS = [/[a-z]/, /[A-Z]/, /\d/, /[^a-zA-Z0-9]/]

/** How far a text meets the rules of `newPassword`, for ticks beside the field. */
export function passwordRules(text: string): readonly PasswordRule[] {
  const kinds = KINDS.filter(kind => kind.test(text)).length
  return [
    { key: 'length', met: text.length >= LEAST, n: text.length },
    { key: 'kinds', met: kinds >= 3, n: kinds },
  ]
}
