//! Which types can be converted to which, and the most general of several types, after cty's `convert`.

use std::cmp::Ordering;
use std::sync::Arc;

use super::convert::Target;
use super::{Str, Type};

/// Whether a value of the type `from` can be converted to `target`. In `unsafe` mode also where that depends
/// on the value (a string may be a number).
pub(crate) fn convertible(from: &Type, target: Target<'_>, unsafely: bool) -> bool {
    let element = |inner: &Type, element| inner == element || convertible(inner, target.element(element), unsafely);
    match (from, target.ty) {
        (_, Type::Dynamic) => true,
        (Type::Dynamic, _) => unsafely,
        (Type::Number | Type::Bool, Type::String) => true,
        (Type::String, Type::Number | Type::Bool) => unsafely,
        (Type::Bool | Type::Number | Type::String, to) => from == to,
        (Type::Object(own), Type::Object(attributes)) => {
            attributes.iter().all(|(name, want)| match attribute(own, name) {
                None => target.is_optional(name),
                Some(ty) => ty == want || convertible(ty, target.attribute(name, want), unsafely),
            })
        }
        (Type::Tuple(items), Type::Tuple(types)) => {
            items.len() == types.len()
                && items
                    .iter()
                    .zip(types.iter())
                    .enumerate()
                    .all(|(at, (item, want))| item == want || convertible(item, target.item(at, want), unsafely))
        }
        (Type::List(inner) | Type::Set(inner), Type::List(want)) | (Type::Set(inner), Type::Set(want)) => {
            element(inner, want)
        }
        // Order and duplicates are lost.
        (Type::List(inner), Type::Set(want)) => unsafely && element(inner, want),
        (Type::Map(inner), Type::Map(want)) => element(inner, want),
        (Type::Tuple(items), Type::List(want) | Type::Set(want)) => {
            if items.is_empty() {
                return true;
            }
            if **want != Type::Dynamic {
                return items.iter().all(|item| element(item, want));
            }
            match unify(items, unsafely) {
                None => false,
                Some(Type::Dynamic) => items.iter().all(|item| *item == Type::Dynamic),
                Some(ty) => items.iter().all(|item| converts(item, &ty, unsafely)),
            }
        }
        (Type::Object(own), Type::Map(want)) => {
            if **want != Type::Dynamic || own.is_empty() {
                return own.iter().all(|(_, ty)| element(ty, want));
            }
            let types: Vec<Type> = own.iter().map(|(_, ty)| ty.clone()).collect();
            unify(&types, unsafely).is_some_and(|ty| types.iter().all(|own| converts(own, &ty, unsafely)))
        }
        (Type::Map(inner), Type::Object(attributes)) => {
            unsafely
                && attributes.iter().all(|(name, want)| {
                    inner.as_ref() == want
                        || convertible(inner, target.attribute(name, want), true)
                        || target.is_optional(name)
                })
        }
        _ => false,
    }
}

fn attribute<'a>(attributes: &'a [(Str, Type)], name: &str) -> Option<&'a Type> {
    attributes.binary_search_by(|(own, _)| own.as_str().cmp(name)).ok().map(|at| &attributes[at].1)
}

fn converts(from: &Type, to: &Type, unsafely: bool) -> bool {
    from == to || convertible(from, Target { ty: to, optionals: None }, unsafely)
}

/// The most general of the types, to which values of all of them can be converted; `None` if there is none, or
/// no type at all is given. `unsafely` also counts conversions that depend on the value.
///
/// If the answer is [`Type::Dynamic`] and some of the types are collections, tuples or objects, nothing can be
/// said about the common value before all is known: cty then makes it unknown.
pub fn unify(types: &[Type], unsafely: bool) -> Option<Type> {
    let (first, rest) = types.split_first()?;
    if rest.iter().all(|ty| ty == first) {
        return Some(first.clone());
    }
    let mut counts = Counts::default();
    types.iter().for_each(|ty| counts.add(ty));
    let Counts { map, list, set, object, tuple, dynamic } = counts;
    let only = |count: usize| count > 0 && count + dynamic == types.len();
    let open = |ty: Option<Type>| if dynamic > 0 { Some(Type::Dynamic) } else { ty };
    if only(map) {
        return open(unify_elements(types, unsafely).map(Type::map));
    }
    if only(list) {
        return open(unify_elements(types, unsafely).map(Type::list));
    }
    if only(set) {
        return open(unify_elements(types, unsafely).map(Type::set));
    }
    if only(object) {
        return if dynamic > 0 { Some(Type::Dynamic) } else { unify_objects(types, unsafely) };
    }
    if only(tuple) {
        return if dynamic > 0 { Some(Type::Dynamic) } else { unify_tuples(types, unsafely) };
    }
    if map > 0 && map + object + dynamic == types.len() {
        // Objects often are maps that the language had no other way to write.
        let replaced = replaced(types, |ty| matches!(ty, Type::Object(_)), |types| objects_as_map(types, unsafely));
        if let Some(ty @ Type::Map(_)) = replaced.and_then(|types| unify(&types, unsafely)) {
            return Some(ty);
        }
    } else if list > 0 && list + tuple + dynamic == types.len() {
        let replaced = replaced(types, |ty| matches!(ty, Type::Tuple(_)), |types| tuples_as_list(types, unsafely));
        if let Some(ty @ Type::List(_)) = replaced.and_then(|types| unify(&types, unsafely)) {
            return Some(ty);
        }
    } else if object > 0 && tuple > 0 {
        return None;
    }
    preferred(types).find(|want| types.iter().all(|ty| converts(ty, want, unsafely))).cloned()
}

#[derive(Default)]
struct Counts {
    map: usize,
    list: usize,
    set: usize,
    object: usize,
    tuple: usize,
    dynamic: usize,
}

impl Counts {
    fn add(&mut self, ty: &Type) {
        match ty {
            Type::Map(_) => self.map += 1,
            Type::List(_) => self.list += 1,
            Type::Set(_) => self.set += 1,
            Type::Object(_) => self.object += 1,
            Type::Tuple(_) => self.tuple += 1,
            Type::Dynamic => self.dynamic += 1,
            Type::Bool | Type::Number | Type::String => {}
        }
    }
}

/// The types, those that are chosen replaced by one for all of them.
fn replaced(
    types: &[Type],
    chosen: impl Fn(&Type) -> bool,
    common: impl FnOnce(&[Type]) -> Option<Type>,
) -> Option<Vec<Type>> {
    let picked: Vec<Type> = types.iter().filter(|ty| chosen(ty)).cloned().collect();
    let common = common(&picked)?;
    Some(types.iter().map(|ty| if chosen(ty) { common.clone() } else { ty.clone() }).collect())
}

fn unify_elements(types: &[Type], unsafely: bool) -> Option<Type> {
    let elements: Vec<Type> = types
        .iter()
        .filter_map(|ty| match ty {
            Type::List(element) | Type::Set(element) | Type::Map(element) => Some((**element).clone()),
            _ => None,
        })
        .collect();
    unify(&elements, unsafely)
}

fn unify_objects(types: &[Type], unsafely: bool) -> Option<Type> {
    let all: Vec<&[(Str, Type)]> = types
        .iter()
        .filter_map(|ty| match ty {
            Type::Object(attributes) => Some(attributes.as_slice()),
            _ => None,
        })
        .collect();
    let (first, rest) = all.split_first()?;
    let names = |attributes: &[(Str, Type)]| {
        attributes.len() == first.len() && attributes.iter().zip(first.iter()).all(|(a, b)| a.0 == b.0)
    };
    if !rest.iter().all(|attributes| names(attributes)) {
        return objects_as_map(types, unsafely);
    }
    let attributes = first.iter().enumerate().map(|(at, (name, _))| {
        let across: Vec<Type> = all.iter().map(|attributes| attributes[at].1.clone()).collect();
        Some((name.clone(), unify(&across, unsafely)?))
    });
    let ty = Type::Object(Arc::new(attributes.collect::<Option<_>>()?));
    match types.iter().all(|from| converts(from, &ty, unsafely)) {
        true => Some(ty),
        false => objects_as_map(types, unsafely),
    }
}

fn objects_as_map(types: &[Type], unsafely: bool) -> Option<Type> {
    let attributes = types.iter().filter_map(|ty| match ty {
        Type::Object(attributes) => Some(attributes.iter().map(|(_, ty)| ty.clone())),
        _ => None,
    });
    let ty = Type::map(unify(&attributes.flatten().collect::<Vec<_>>(), unsafely)?);
    types.iter().all(|from| converts(from, &ty, unsafely)).then_some(ty)
}

fn unify_tuples(types: &[Type], unsafely: bool) -> Option<Type> {
    let all: Vec<&[Type]> = types
        .iter()
        .filter_map(|ty| match ty {
            Type::Tuple(items) => Some(items.as_slice()),
            _ => None,
        })
        .collect();
    let (first, rest) = all.split_first()?;
    if rest.iter().any(|items| items.len() != first.len()) {
        return tuples_as_list(types, unsafely);
    }
    let items = (0..first.len()).map(|at| {
        let across: Vec<Type> = all.iter().map(|items| items[at].clone()).collect();
        unify(&across, unsafely)
    });
    let ty = Type::Tuple(Arc::new(items.collect::<Option<_>>()?));
    match types.iter().all(|from| converts(from, &ty, unsafely)) {
        true => Some(ty),
        false => tuples_as_list(types, unsafely),
    }
}

fn tuples_as_list(types: &[Type], unsafely: bool) -> Option<Type> {
    let items = types.iter().filter_map(|ty| match ty {
        Type::Tuple(items) => Some(items.iter().cloned()),
        _ => None,
    });
    let ty = Type::list(unify(&items.flatten().collect::<Vec<_>>(), unsafely)?);
    types.iter().all(|from| converts(from, &ty, unsafely)).then_some(ty)
}

/// The types, more general ones first; those that do not compare in the order given.
fn preferred(types: &[Type]) -> impl Iterator<Item = &Type> {
    let mut distinct: Vec<&Type> = Vec::new();
    for ty in types {
        if !distinct.contains(&ty) {
            distinct.push(ty);
        }
    }
    let before = |a: usize, b: usize| generality(distinct[a], distinct[b]) == Ordering::Less;
    let all = 0..distinct.len();
    let mut pending: Vec<usize> =
        all.clone().map(|at| all.clone().filter(|other| before(*other, at)).count()).collect();
    let mut order: Vec<usize> = all.clone().filter(|at| pending[*at] == 0).collect();
    let mut done = 0;
    while let Some(&at) = order.get(done) {
        done += 1;
        for other in all.clone().filter(|other| before(at, *other)) {
            pending[other] -= 1;
            if pending[other] == 0 {
                order.push(other);
            }
        }
    }
    order.into_iter().map(|at| distinct[at]).collect::<Vec<_>>().into_iter()
}

/// Less if `a` is the more general type, Equal if the two do not compare.
fn generality(a: &Type, b: &Type) -> Ordering {
    use Ordering::{Equal, Greater, Less};
    match (a, b) {
        (Type::Dynamic, Type::Dynamic) => Equal,
        // Anything converts to `any`, so it is the last resort.
        (_, Type::Dynamic) => Less,
        (Type::Dynamic, _) => Greater,
        (Type::String, Type::Number | Type::Bool) => Less,
        (Type::Number | Type::Bool, Type::String) => Greater,
        (Type::List(a), Type::List(b)) | (Type::Set(a), Type::Set(b)) | (Type::Map(a), Type::Map(b)) => {
            generality(a, b)
        }
        (Type::Tuple(_) | Type::List(_), Type::Set(_)) => Less,
        (Type::Set(_), Type::Tuple(_) | Type::List(_)) => Greater,
        (Type::List(_), Type::Tuple(_)) | (Type::Map(_), Type::Object(_)) => Less,
        (Type::Tuple(_), Type::List(_)) | (Type::Object(_), Type::Map(_)) => Greater,
        (Type::Object(a), Type::Object(b)) if a.len() == b.len() && a.iter().zip(b.iter()).all(|(a, b)| a.0 == b.0) => {
            across(a.iter().zip(b.iter()).map(|(a, b)| generality(&a.1, &b.1)))
        }
        (Type::Tuple(a), Type::Tuple(b)) if a.len() == b.len() => {
            across(a.iter().zip(b.iter()).map(|(a, b)| generality(a, b)))
        }
        _ => Equal,
    }
}

fn across(orders: impl Iterator<Item = Ordering>) -> Ordering {
    let (mut less, mut greater) = (false, false);
    for order in orders {
        less |= order == Ordering::Less;
        greater |= order == Ordering::Greater;
    }
    match (less, greater) {
        (true, false) => Ordering::Less,
        (false, true) => Ordering::Greater,
        _ => Ordering::Equal,
    }
}
