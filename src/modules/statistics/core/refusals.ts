import type { RefusalCatalogue } from '../../../kernel/refusal-catalogue.ts'

export const statisticsRefusals = {
  'report-unknown': {
    status: 404,
    zh: '没有名为“{report}”的报表。请从报表目录中选择。',
    en: 'There is no report “{report}”. Choose one from the list.',
  },
} as const satisfies RefusalCatalogue
