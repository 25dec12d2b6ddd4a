import { createContext, useContext, useMemo } from 'react';
import { usePostmortemLinks } from '../../../links';
import { useNavigate } from '../../../routing';
import { type Behind, behindQuery, type ListableFilters } from '../reportQuery';

/** What the cards of a report have in common. */
export interface ReportContextValue {
  filters: ListableFilters;
  /** Whether every chart has its table below it. */
  tables: boolean;
}

export const ReportContext = createContext<ReportContextValue>({
  filters: {},
  tables: false,
});

/** Leads from a mark to the postmortems that it counts. */
export interface Drill {
  href: (behind?: Behind) => string;
  /** The action items that the filters let through, further narrowed down. */
  items: (query?: Record<string, string>) => string;
  /** Opens an address as a link does: in another tab with Ctrl or ⌘. */
  open: (
    href: string,
    event?: { ctrlKey?: boolean; metaKey?: boolean },
  ) => void;
}

/** Leads from the marks of a chart to the postmortems behind them. */
export function useDrill({ from, to }: { from: string; to: string }): Drill {
  const { filters } = useContext(ReportContext);
  const links = usePostmortemLinks();
  const navigate = useNavigate();
  return useMemo(
    () => ({
      href: behind => links.list(behindQuery({ from, to }, filters, behind)),
      items: query => {
        const params = new URLSearchParams(query);
        filters.teamRef?.forEach(ref => params.append('teamRef', ref));
        (filters.entityRef ?? filters.systemRef ?? filters.domainRef)?.forEach(
          ref => params.append('entityRef', ref),
        );
        const search = params.toString();
        return search
          ? `${links.actionItems()}?${search}`
          : links.actionItems();
      },
      open: (href, event) => {
        if (event?.ctrlKey || event?.metaKey) {
          window.open(href, '_blank', 'noopener');
        } else {
          navigate(href);
        }
      },
    }),
    [filters, links, navigate, from, to],
  );
}
