import type { ProvenanceText } from '../../core/provenance.ts'

export const anshanNotice: ProvenanceText = 'found:http://www.cuapp.net/dictionary/d1591636.html'
