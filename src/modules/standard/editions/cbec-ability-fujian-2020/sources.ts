import type { ProvenanceText } from '../../core/provenance.ts'

export const fujianSpecification: ProvenanceText = 'found:https://fjcitt.cn/portal/article/index/id/415.html'
