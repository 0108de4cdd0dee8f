import { dayOf, instant } from '../../../../kernel/instant.ts'
import type { LocalDate } from '../../../../kernel/local-date.ts'
import { useRead } from '../../../../ui/use-endpoint.ts'
import { whoAmI } from '../../../identity/contract.ts'

/** The day by the clock of the platform; undefined until it is known. */
export function useToday(): LocalDate | undefined {
  const who = useRead(whoAmI, {})
  return who.data && dayOf(instant(who.data.now))
}
