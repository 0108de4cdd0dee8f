import { useState } from '../../../../ui/hooks.ts'
import type { Acted, AppPageProps } from '../app-page.ts'

const NONE = { about: '', codes: [] as readonly string[] }

/**
 * A command that may warn. What was warned of can be confirmed only for the very data it was said of: whoever changes a field is warned anew.
 * `also` names codes that can be confirmed like warnings.
 */
export function useConfirmed(act: AppPageProps['act'], type: string, also: readonly string[] = []) {
  const [warned, setWarned] = useState(NONE)
  const isWarned = (data: object): boolean => warned.codes.length > 0 && warned.about === JSON.stringify(data)
  const send = async (data: object): Promise<Acted> => {
    const confirm = isWarned(data) ? warned.codes : []
    const acted = await act(type, { ...data, confirm })
    const code = acted.kind === 'refused' ? acted.refusal.code : ''
    const warning = code.startsWith('W_') || also.includes(code)
    setWarned(warning ? { about: JSON.stringify(data), codes: [...confirm, code] } : NONE)
    return acted
  }
  return { send, isWarned }
}
