/** What an order may bar (domain.md §1.4). `access_undefined`: the order says "access" and no more; never forced onto one of the others. */
export const activities = {
  access_undefined: 'Access, not defined',
  inference_api: 'Use through a programming interface',
  inference_ui: 'Use through an application',
  train: 'Training',
  fine_tune: 'Fine-tuning',
  weights_download: 'Download of weights',
  weights_access: 'Access to weights',
  source_access: 'Access to source code',
  technical_data: 'Technical data',
  support_services: 'Support services',
  hosting: 'Hosting',
} as const;

/** Ways in which a person can reach a model. */
export const surfaces = {
  api: 'Programming interface',
  consumer_app: 'Consumer application',
  console: 'Console',
  enterprise_tenant: 'Enterprise tenants',
  cloud_partner: 'Cloud partner',
  research_network: 'Research networks',
  research_preview: 'Research preview',
  weights_download: 'Weights for download',
  on_prem: 'Weights on site',
  internal: 'Staff tools',
} as const;
