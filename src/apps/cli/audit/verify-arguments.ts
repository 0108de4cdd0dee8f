/** What the verification is asked to do. */
export type VerifyArguments = { readonly dataFolder: string | null; readonly json: boolean }

export const VERIFY_USAGE = '用法 usage: zhiheng audit verify [--data 目录] [--json]'

/** Reads the words after `audit`; null when they make no sense. */
export function parseVerifyArguments([verb, ...words]: readonly string[]): VerifyArguments | null {
  if (verb !== 'verify') return null
  let read: VerifyArguments = { dataFolder: null, json: false }
  for (let i = 0; i < words.length; i++) {
    const value = words[i + 1]
    if (words[i] === '--json') read = { ...read, json: true }
    else if (words[i] === '--data' && value !== undefined && value !== '' && !value.startsWith('--'))
      read = { ...read, dataFolder: String(words[++i]) }
    else return null
  }
  return read
}
