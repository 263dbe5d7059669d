//! Circles in a graph.

use crate::diag::Diagnostic;

use super::{Graph, Key};

impl Graph<'_> {
    /// The circles, each once. Terraform does not say where they are.
    pub fn circles(&self) -> Vec<Diagnostic> {
        self.components().into_iter().filter(|nodes| nodes.len() > 1).map(|nodes| self.circle(&nodes)).collect()
    }

    fn circle(&self, nodes: &[usize]) -> Diagnostic {
        const SHOWN: usize = 12;
        let mut names: Vec<String> = nodes.iter().map(|node| self.address(*node)).collect();
        names.sort();
        if let Some(more) = names.len().checked_sub(SHOWN).filter(|more| *more > 0) {
            names.truncate(SHOWN);
            names.push(format!("{more} more"));
        }
        let diagnostic = Diagnostic::error("cycle", format!("references go in a circle: {}", names.join(", ")))
            .help("take one of the references out, or give the value itself")
            .without_place();
        let mut places: Vec<_> = self.places.values().flatten().filter(|(_, node)| nodes.contains(node)).collect();
        // The names of modules that are closed are written nowhere.
        places.retain(|(_, node)| self.nodes[*node].1 != Key::Close);
        places.sort();
        places.dedup_by_key(|(_, node)| *node);
        places.iter().take(SHOWN).fold(diagnostic, |diagnostic, (span, _)| diagnostic.at(*span, ""))
    }

    /// The strongly connected components (Tarjan), without recursion.
    fn components(&self) -> Vec<Vec<usize>> {
        const UNSEEN: usize = usize::MAX;
        let count = self.nodes.len();
        let (mut index, mut low, mut on_stack) = (vec![UNSEEN; count], vec![0; count], vec![false; count]);
        let (mut stack, mut next, mut found) = (Vec::new(), 0, Vec::new());
        for start in 0..count {
            if index[start] != UNSEEN {
                continue;
            }
            let mut way = vec![(start, 0)];
            while let Some((node, at)) = way.last_mut() {
                let node = *node;
                if *at == 0 {
                    (index[node], low[node]) = (next, next);
                    next += 1;
                    stack.push(node);
                    on_stack[node] = true;
                }
                if let Some(on) = self.waits[node].get(*at).copied() {
                    *at += 1;
                    if index[on] == UNSEEN {
                        way.push((on, 0));
                    } else if on_stack[on] {
                        low[node] = low[node].min(index[on]);
                    }
                    continue;
                }
                way.pop();
                if let Some((before, _)) = way.last() {
                    low[*before] = low[*before].min(low[node]);
                }
                if low[node] == index[node] {
                    let from = stack.iter().rposition(|other| *other == node).unwrap_or_default();
                    let component = stack.split_off(from);
                    component.iter().for_each(|member| on_stack[*member] = false);
                    found.push(component);
                }
            }
        }
        found
    }
}
