import type { Brand } from '../../../../kernel/brand.ts'

export type WorldId = Brand<string, 'WorldId'>
/** One word, lower case: `mail`. The name of the app's folder. */
export type AppId = Brand<string, 'AppId'>
/** As whom the person acts in a world: `buyer`. */
export type PersonaId = Brand<string, 'PersonaId'>
/** A scripted counterpart: `mail.postman`, `supplier.a`. */
export type AgentId = Brand<string, 'AgentId'>
/** Given by the sender of a command, so that a command sent twice is done once. */
export type CommandId = Brand<string, 'CommandId'>
/** Lower-case hexadecimal SHA-256. */
export type Hash = Brand<string, 'Hash'>
/** Whole seconds since 1970-01-01T00:00Z in the world's own time; the world stands at UTC+8 all year round. */
export type WorldTime = Brand<number, 'WorldTime'>

/** The names of apps, personas and agents: letters, digits, dots and hyphens, never a bare number. */
const NAME = /^[a-z][a-z0-9]*([.-][a-z0-9]+)*$/

function named<T extends string>(kind: string, text: string): T {
  if (!NAME.test(text) || text.length > 60) throw new RangeError(`not a name of ${kind}: ${text.slice(0, 80)}`)
  return text as T
}

export function appId(text: string): AppId {
  return named<AppId>('an app', text)
}
export function personaId(text: string): PersonaId {
  return named<PersonaId>('a persona', text)
}
export function agentId(text: string): AgentId {
  return named<AgentId>('an agent', text)
}
export function worldId(text: string): WorldId {
  return named<WorldId>('a world', text)
}

/** 1 to 80 visible ASCII characters; throws on anything else. */
export function commandId(text: string): CommandId {
  if (!/^[!-~]{1,80}$/.test(text)) throw new RangeError('not a command id')
  return text as CommandId
}

/** Throws on anything but 64 lower-case hexadecimal digits. */
export function hash(text: string): Hash {
  if (!/^[0-9a-f]{64}$/.test(text)) throw new RangeError('not a SHA-256')
  return text as Hash
}

/** A point in a world's time; throws on fractions and on times before 1970 or after 9999. */
export function worldTime(seconds: number): WorldTime {
  if (!Number.isSafeInteger(seconds) || seconds < 0 || seconds > 253_402_271_999) throw new RangeError(`not a world time: ${seconds}`)
  return seconds as WorldTime
}
