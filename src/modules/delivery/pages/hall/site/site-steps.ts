import type { AnswerOf } from '../../../../../ui/client.ts'
import type { readArming } from '../../../contract.ts'
import { isClockOff } from '../desk/server-clock.ts'
import type { Site } from '../desk/hall.ts'

export type Arming = AnswerOf<typeof readArming>
export type StepState = 'done' | 'now' | 'ahead' | 'look' | 'blocked'
export type SiteSteps = Readonly<Record<'package' | 'roster' | 'papers' | 'drill' | 'checks' | 'server' | 'arm', StepState>>

/** How far each step has come; derived from what the server says, so that every console shows the same. */
export function siteSteps({
  state,
  arming,
  offsetMs,
}: {
  readonly state: Site['state']
  readonly arming: Arming | undefined
  readonly offsetMs: number
}): SiteSteps {
  const rostered = state !== 'empty'
  const opened = rostered && state !== 'roster-installed'
  const armed = state === 'armed' || state === 'running' || state === 'closed'
  const findings = arming?.findings ?? []
  const worst = (codes: (code: string) => boolean): StepState => {
    const those = findings.filter(one => codes(one.code))
    if (arming === undefined) return 'ahead'
    if (those.some(one => one.verdict === 'in-the-way')) return armed ? 'look' : 'blocked'
    return those.some(one => one.verdict === 'look') ? 'look' : 'done'
  }
  const drill = findings.some(one => one.code === 'drill') ? worst(code => code === 'drill') : arming === undefined ? 'ahead' : 'done'
  return {
    package: rostered ? 'done' : 'now',
    roster: rostered ? 'done' : 'ahead',
    papers: opened ? 'done' : rostered ? 'now' : 'ahead',
    drill,
    // the papers have a step of their own: that they are shut blocks nothing further here
    checks: worst(code => code !== 'drill' && (opened || (code !== 'papers-opened' && code !== 'attempts-prepared'))),
    server: isClockOff(offsetMs) ? 'look' : 'done',
    arm: armed ? 'done' : arming?.mayArm === true ? 'now' : 'ahead',
  }
}
