import type { ProvenanceText } from '../../core/provenance.ts'

export const draftText: ProvenanceText = 'found:http://m.bubsandbeans.com/paper/353980703.html'
