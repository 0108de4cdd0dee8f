import type { RefusalCatalogue } from '../../../../kernel/refusal-catalogue.ts'

/** What the site manager reads when a drill or an arming is refused; the places say each thing by itself. */
export const drillRefusals: RefusalCatalogue = {
  'drill-failed': {
    status: 409,
    zh: '演练有{count}项未达要求，不能签发就绪证书。请按所列各项整改后重做这些步骤。',
    en: 'The drill missed {count} of its limits and gives no certificate. Mend what is listed and repeat those steps.',
  },
  'arming-refused': {
    status: 409,
    zh: '考点还不能开考，有{count}项需要处理。请按所列各项逐一处理后重试。',
    en: 'The site cannot be armed yet; {count} things stand in the way. Deal with each and try again.',
  },
}
