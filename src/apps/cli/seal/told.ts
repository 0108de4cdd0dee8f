import { text } from 'node:stream/consumers'
import process from 'node:process'
import { fillText } from '../../../kernel/refusal-catalogue.ts'
import type { Refusal } from '../../../kernel/result.ts'
import { deliveryRefusals } from '../../../modules/delivery/contract.ts'
import { hostRefusals } from '../../../platform/host/host-refusals.ts'
import { archiveRefusals } from '../../../platform/archive/archive-refusals.ts'

/** A refusal as a line in both languages. */
export function refusalLine({ code, facts }: Refusal): string {
  const told = { ...archiveRefusals, ...hostRefusals, ...deliveryRefusals }[code]
  return told === undefined ? code : `${fillText(told.zh, facts)} (${fillText(told.en, facts)})`
}

/** Tells a refusal and gives the exit code for it. */
export function refused(refusal: Refusal): number {
  console.error(refusalLine(refusal))
  return 1
}

/** Tells why the words cannot be followed. */
export function misunderstood(fault: { readonly zh: string; readonly en: string }, usage: string): number {
  console.error(`${fault.zh} (${fault.en})\n\n${usage}`)
  return 2
}

/** The lines of standard input that are not empty. */
export async function inputLines(): Promise<string[]> {
  return (await text(process.stdin))
    .split('\n')
    .map(line => line.trim())
    .filter(line => line !== '')
}
