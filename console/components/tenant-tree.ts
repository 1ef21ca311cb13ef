/** The hierarchy of GB/T 2260 as nested lists that open and close: every level says what is open and overdue in all of it. */
import { type TemplateResult, html, nothing } from 'lit';
import type { TenantRow } from '../../contract/tenants.ts';
import { type Branch, tenantsIn, treeOf } from '../lib/jurisdictions.ts';
import { to } from '../lib/router.ts';
import { langOf, t } from '../words/index.ts';
import { jurisdictionName } from './jurisdiction-name.ts';

export function tenantTree(items: readonly TenantRow[]): TemplateResult {
  return html`<ul class="tree" aria-label=${t().centre.tree.title}>
    ${treeOf(items).map((branch) => branchItem(branch, items))}
  </ul>`;
}

function branchItem(branch: Branch<TenantRow>, all: readonly TenantRow[]): TemplateResult {
  const { prefix, tenants, below } = branch;
  const [only] = tenants;
  if (below.length === 0 && tenants.length === 1 && only) return html`<li>${tenantLine(only)}</li>`;
  const words = t().centre.tree;
  const name = jurisdictionName(prefix, all) ?? words.unnamed(prefix);
  const inside = tenantsIn(branch);
  return html`<li>
    <details open>
      <summary>
        <span class="tree-name" lang=${langOf(name)}>${name}</span>
        <span class="quiet">${words.units(inside.length)}</span>
        ${owing(inside)}
      </summary>
      <ul>
        ${tenants.map((tenant) => html`<li>${tenantLine(tenant)}</li>`)}
        ${below.map((one) => branchItem(one, all))}
      </ul>
    </details>
  </li>`;
}

function tenantLine(row: TenantRow): TemplateResult {
  return html`<div class="tree-line">
    <a href=${to(['tenants', row.slug])} lang=${langOf(row.name)}>${row.name}</a>
    <span class="quiet number">${row.jurisdiction}</span>
    ${row.suspended ? html`<span class="flag">${t().centre.tree.suspended}</span>` : nothing} ${owing([row])}
  </div>`;
}

/** Sums of the latest figures; those that were never counted add nothing. */
function owing(rows: readonly TenantRow[]): TemplateResult {
  const words = t().centre.tree;
  const sum = (of: (row: TenantRow) => number | null | undefined) =>
    rows.reduce((total, row) => total + (of(row) ?? 0), 0);
  const overdue = sum(({ figures }) => figures?.overdue);
  return html`<span class="tree-counts">
    <span>${words.open(sum(({ open }) => open))}</span>
    ${overdue > 0 ? html`<strong class="bad">${words.overdue(overdue)}</strong>` : html`<span class="quiet">${words.noneOverdue}</span>`}
  </span>`;
}
