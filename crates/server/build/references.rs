//! Which noun does a field name? As its `google.api.resource_reference` says: one of the type itself, or one that is below
//! it, whose pattern says below what.

use std::error::Error;

use protox::prost_reflect::{DescriptorPool, ExtensionDescriptor, FieldDescriptor};

use crate::descriptors::snake;

pub(crate) struct References {
    reference: ExtensionDescriptor,
    /// Of each type its pattern, such as `serviceAccounts/{service_account}/keys/{key}`.
    patterns: Vec<(String, String)>,
}

impl References {
    pub(crate) fn of(pool: &DescriptorPool) -> Result<Self, Box<dyn Error>> {
        let extension = |name: &str| {
            let extension = pool.get_extension_by_name(name);
            extension.ok_or("proto/ does not import google/api/resource.proto")
        };
        let resource = extension("google.api.resource")?;
        let patterns = pool.all_messages().filter_map(|message| {
            let options = message.options();
            let resource = options.get_extension(&resource);
            let resource = resource.as_message()?;
            let patterns = resource.get_field_by_name("pattern")?;
            Some((
                resource.get_field_by_name("type")?.as_str()?.to_owned(),
                patterns.as_list()?.first()?.as_str()?.to_owned(),
            ))
        });
        Ok(Self {
            reference: extension("google.api.resource_reference")?,
            patterns: patterns.collect(),
        })
    }

    /// The noun, as Rust writes it.
    pub(crate) fn noun(&self, field: &FieldDescriptor) -> Option<String> {
        let options = field.options();
        let reference = options.get_extension(&self.reference);
        let reference = reference.as_message()?;
        let said = |name: &str| {
            let said = reference.get_field_by_name(name)?.as_str()?.to_owned();
            (!said.is_empty()).then_some(said)
        };
        match said("child_type") {
            Some(child) => self.above(&child),
            None => Some(snake(said("type")?.rsplit('/').next()?)),
        }
    }

    /// What things of this type are below.
    fn above(&self, child: &str) -> Option<String> {
        let (_, pattern) = self.patterns.iter().find(|(known, _)| known == child)?;
        let mut ids = pattern
            .split('/')
            .rev()
            .filter(|part| part.starts_with('{'));
        let above = ids.nth(1)?;
        Some(above.trim_matches(['{', '}']).to_owned())
    }
}
